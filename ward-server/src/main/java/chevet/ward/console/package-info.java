/** The ward's web page: frame, login, sessions; pages come from the features. */
@NullMarked
package chevet.ward.console;

import org.jspecify.annotations.NullMarked;
