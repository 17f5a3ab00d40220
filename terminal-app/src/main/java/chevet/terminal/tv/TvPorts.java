package chevet.terminal.tv;

import chevet.terminal.link.Commands;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.Quiet;
import chevet.terminal.ui.PictureSource;

/**
 * All that the television needs from outside.
 *
 * @param engine its own: nobody else opens anything with it
 * @param quiet is told the ward's rules of loudness, and says what they come to
 */
public record TvPorts(
        Replica replica,
        Outbox outbox,
        Commands commands,
        Guides guides,
        PictureSource logos,
        MediaEngine engine,
        AudioFocus focus,
        Quiet quiet) {}
