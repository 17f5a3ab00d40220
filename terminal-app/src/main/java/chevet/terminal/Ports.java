package chevet.terminal;

import chevet.model.place.TerminalId;
import chevet.terminal.device.Backlight;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.Sound;
import chevet.terminal.device.Speech;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.fetch.Fetch;
import chevet.terminal.link.Asks;
import chevet.terminal.link.Commands;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.link.WardSeal;
import chevet.terminal.player.MediaEngine;
import chevet.terminal.ui.Work;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that the terminal's screens need of the world: real in the program, given in tests, benches
 * and tours.
 *
 * @param terminal its id
 * @param clock the terminal's
 * @param zone the ward's
 * @param sound empty where the device makes none
 * @param backlight empty where the device has none that can be set
 * @param notebook what the terminal keeps of its patient's comfort when it is off
 * @param fetch films, pictures, days of the guide
 * @param engines makes players of media, each with nothing open; called on the JavaFX thread
 * @param speech empty where the device cannot read aloud
 * @param cards of staff
 * @param seal what the ward has signed
 * @param hours what the terminal keeps of the time when it is off
 */
public record Ports(
        TerminalId terminal,
        Commands commands,
        Outbox outbox,
        Replica replica,
        Asks asks,
        Clock clock,
        ZoneId zone,
        Work work,
        Optional<Sound> sound,
        Optional<Backlight> backlight,
        Notebook notebook,
        Fetch fetch,
        Supplier<MediaEngine> engines,
        Optional<Speech> speech,
        CardReader cards,
        WardSeal seal,
        Notebook hours) {}
