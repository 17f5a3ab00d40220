/** Text, colours, language, sound and light as the patient likes them. */
@NullMarked
package chevet.terminal.display;

import org.jspecify.annotations.NullMarked;
