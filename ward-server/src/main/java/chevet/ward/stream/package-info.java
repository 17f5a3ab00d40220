/**
 * Streams to try things with: short films and live channels on loopback, made by ffmpeg. For the
 * demo ward, the tests and the benches; never for patients.
 */
@NullMarked
package chevet.ward.stream;

import org.jspecify.annotations.NullMarked;
