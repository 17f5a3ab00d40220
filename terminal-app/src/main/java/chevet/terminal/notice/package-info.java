/** Urgent notices of the ward, over everything at the bed until somebody closes them. */
@NullMarked
package chevet.terminal.notice;

import org.jspecify.annotations.NullMarked;
