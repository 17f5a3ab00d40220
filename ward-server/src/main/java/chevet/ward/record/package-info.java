/**
 * The patient's record at the bed: answers what staff ask, section by section, and brings what it
 * says of food to the meals. Nothing of it is kept.
 */
package chevet.ward.record;
