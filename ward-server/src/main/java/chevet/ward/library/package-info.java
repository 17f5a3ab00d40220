/** Films: imported, prescribed, watched, their checks answered, explained again and signed off. */
@NullMarked
package chevet.ward.library;

import org.jspecify.annotations.NullMarked;
