/** Urgent notices: the ward says something to all its beds at once. */
@NullMarked
package chevet.ward.notice;

import org.jspecify.annotations.NullMarked;
