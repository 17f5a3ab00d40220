/**
 * Films, what the ward prescribes of them, how far a patient has watched and what a patient
 * answered; and the rules of it. No I/O.
 */
package chevet.model.library;
