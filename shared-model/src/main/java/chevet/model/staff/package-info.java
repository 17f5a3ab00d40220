/**
 * Staff at the bed: what a card proves, what a profile may do, and what a session shows. Records
 * and pure rules; no I/O.
 */
package chevet.model.staff;
