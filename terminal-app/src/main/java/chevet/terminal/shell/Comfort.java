package chevet.terminal.shell;

import chevet.model.text.Language;
import chevet.terminal.device.Backlight;
import chevet.terminal.device.Sound;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.TextSize;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the patient has made comfortable: colours, size of text, motion, language, volume,
 * brightness. It lasts as long as the stay. On the JavaFX thread.
 */
public final class Comfort {
    private static final int FIRST_VOLUME = 40;
    private static final int FIRST_BRIGHTNESS = 80;
    private static final int LOWEST_BRIGHTNESS = 10;

    private final Kit kit;
    private final WardTime time;
    private final Work work;
    private final Optional<Sound> sound;
    private final Optional<Backlight> backlight;
    private final ObjectProperty<ThemeChoice> theme =
            new SimpleObjectProperty<>(ThemeChoice.BY_THE_CLOCK);
    private final ObjectProperty<Integer> volume = new SimpleObjectProperty<>(FIRST_VOLUME);
    private final ObjectProperty<Integer> brightness = new SimpleObjectProperty<>(FIRST_BRIGHTNESS);

    /**
     * @param sound empty where the device makes none: then no control of it is shown
     * @param backlight empty where the device has none that can be set
     */
    public Comfort(
            Kit kit,
            WardTime time,
            Work work,
            Optional<Sound> sound,
            Optional<Backlight> backlight) {
        this.kit = kit;
        this.time = time;
        this.work = work;
        this.sound = sound;
        this.backlight = backlight;
        theme.addListener((_, _, _) -> dress());
        time.minuteProperty().addListener((_, _, _) -> dress());
        sound.ifPresent(door -> shown(door::volume, volume));
        backlight.ifPresent(door -> shown(door::percent, brightness));
        dress();
    }

    /** As it is for someone who has chosen nothing yet. */
    public void reset(Language language) {
        kit.look().textSizeProperty().set(TextSize.NORMAL);
        kit.look().reducedMotionProperty().set(false);
        kit.words().languageProperty().set(language);
        theme.set(ThemeChoice.BY_THE_CLOCK);
        setVolume(FIRST_VOLUME);
        setBrightness(FIRST_BRIGHTNESS);
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /** Per cent; read only, see {@link #setVolume}. */
    public ObjectProperty<Integer> volumeProperty() {
        return volume;
    }

    /** Per cent; read only, see {@link #setBrightness}. */
    public ObjectProperty<Integer> brightnessProperty() {
        return brightness;
    }

    public boolean hasSound() {
        return sound.isPresent();
    }

    public boolean hasBacklight() {
        return backlight.isPresent();
    }

    /** Sets the volume, kept between 0 and 100. */
    public void setVolume(int percent) {
        sound.ifPresent(door -> apply(percent, 0, volume, door::setVolume));
    }

    /** Sets the brightness, kept between what can still be read by and 100. */
    public void setBrightness(int percent) {
        backlight.ifPresent(door -> apply(percent, LOWEST_BRIGHTNESS, brightness, door::set));
    }

    private void apply(int percent, int lowest, ObjectProperty<Integer> shown, IntConsumer door) {
        int within = Math.clamp(percent, lowest, 100);
        shown.set(within);
        work.apart().execute(() -> door.accept(within));
    }

    private void shown(Supplier<Optional<Integer>> door, ObjectProperty<Integer> property) {
        work.read(door, read -> read.ifPresent(property::set));
    }

    private void dress() {
        kit.look().themeProperty().set(theme.get().at(time.minuteProperty().get().toLocalTime()));
    }
}
