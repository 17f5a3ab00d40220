/** The small certificate authority that a ward server makes at its first start. */
@NullMarked
package chevet.ward.pki;

import org.jspecify.annotations.NullMarked;
