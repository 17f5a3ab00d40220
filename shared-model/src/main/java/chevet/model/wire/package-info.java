/**
 * The messages between terminal and ward server, their topics, and the only JSON of this module.
 */
package chevet.model.wire;
