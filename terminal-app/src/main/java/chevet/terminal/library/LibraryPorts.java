package chevet.terminal.library;

import chevet.terminal.device.Speech;
import chevet.terminal.link.Commands;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.shell.AudioFocus;
import chevet.terminal.shell.Quiet;
import chevet.terminal.ui.PictureSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that the library needs from outside.
 *
 * @param engine makes the engine when the first film is opened; on the JavaFX thread
 * @param speech empty where this device cannot read aloud: then no button offers it
 * @param quiet while nothing may be heard, films play without their sound
 */
public record LibraryPorts(
        Replica replica,
        Outbox outbox,
        Commands commands,
        FilmObjects objects,
        PictureSource pictures,
        Supplier<MediaEngine> engine,
        Optional<Speech> speech,
        AudioFocus focus,
        Quiet quiet) {}
