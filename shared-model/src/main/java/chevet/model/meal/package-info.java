/**
 * Dishes, menus, food profiles and trays, and the rule that decides what a patient is offered. No
 * I/O.
 */
package chevet.model.meal;
