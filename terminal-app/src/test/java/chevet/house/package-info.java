/** The house's own rules, tested on the compiled classes of all modules. */
@NullMarked
package chevet.house;

import org.jspecify.annotations.NullMarked;
