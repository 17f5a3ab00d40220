package chevet.terminal.notice;

import chevet.terminal.device.Speech;
import chevet.terminal.link.Replica;
import chevet.terminal.shell.Interruptions;
import java.util.Optional;

/**
 * All that notices need from outside.
 *
 * @param speech empty where this device cannot read aloud: then no button offers it
 */
public record NoticePorts(Replica replica, Interruptions interruptions, Optional<Speech> speech) {}
