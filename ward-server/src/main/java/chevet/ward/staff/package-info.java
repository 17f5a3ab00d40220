/**
 * Staff at the bed: the directory of people and cards, logins and sessions, what a session may do,
 * and broken glasses.
 */
@NullMarked
package chevet.ward.staff;

import org.jspecify.annotations.NullMarked;
