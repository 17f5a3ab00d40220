/** The benches of docs/performance.md: started by {@code ./chevet bench}, never by the tests. */
@NullMarked
package chevet.bench;

import org.jspecify.annotations.NullMarked;
