/** Admission, transfer, discharge: who lies where, and since when. */
@NullMarked
package chevet.ward.stay;

import org.jspecify.annotations.NullMarked;
