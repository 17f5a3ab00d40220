/** The door to HTTP: Jetty, TLS, static objects. */
@NullMarked
package chevet.ward.http;

import org.jspecify.annotations.NullMarked;
