/** What patients ask the ward for, the care team of the day, and appointments by consent. */
@NullMarked
package chevet.ward.request;

import org.jspecify.annotations.NullMarked;
