/** The door to MQTT: the embedded broker, its access rules and certificates. */
@NullMarked
package chevet.ward.broker;

import org.jspecify.annotations.NullMarked;
