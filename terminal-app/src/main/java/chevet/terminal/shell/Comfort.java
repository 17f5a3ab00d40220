package chevet.terminal.shell;

import chevet.model.stay.StayId;
import chevet.model.text.Language;
import chevet.terminal.device.Backlight;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.Sound;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.TextSize;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What the patient has made comfortable: colours, size of text, motion, language, volume,
 * brightness. It lasts as long as the stay, over restarts of the terminal too. On the JavaFX
 * thread.
 */
public final class Comfort {
    private static final int FIRST_VOLUME = 40;
    private static final int FIRST_BRIGHTNESS = 80;
    private static final int LOWEST_BRIGHTNESS = 10;
    private static final String STAY = "stay";

    private final Kit kit;
    private final WardTime time;
    private final Work work;
    private final Optional<Sound> sound;
    private final Optional<Backlight> backlight;
    private final Notebook notebook;
    private Optional<StayId> stay = Optional.empty();
    private boolean settling = true;
    private boolean dark;
    private boolean covered;
    private final Quiet quiet;
    private final ObjectProperty<ThemeChoice> theme =
            new SimpleObjectProperty<>(ThemeChoice.BY_THE_CLOCK);
    private final ObjectProperty<Integer> volume = new SimpleObjectProperty<>(FIRST_VOLUME);
    private final ObjectProperty<Integer> brightness = new SimpleObjectProperty<>(FIRST_BRIGHTNESS);

    /**
     * @param sound empty where the device makes none: then no control of it is shown
     * @param backlight empty where the device has none that can be set
     * @param notebook keeps the choices while the terminal is off
     */
    public Comfort(
            Kit kit,
            WardTime time,
            Work work,
            Optional<Sound> sound,
            Optional<Backlight> backlight,
            Notebook notebook) {
        this.kit = kit;
        this.time = time;
        this.work = work;
        this.sound = sound;
        this.backlight = backlight;
        this.notebook = notebook;
        this.quiet = new Quiet(work, sound);
        quiet.greatestProperty().addListener((_, _, _) -> hold());
        volume.addListener((_, _, _) -> hold());
        theme.addListener((_, _, _) -> dress());
        time.minuteProperty().addListener((_, _, _) -> dress());
        sound.ifPresent(door -> shown(door::volume, volume));
        backlight.ifPresent(door -> shown(door::percent, brightness));
        dress();
        List.of(
                        theme,
                        kit.look().textSizeProperty(),
                        kit.look().reducedMotionProperty(),
                        kit.words().languageProperty(),
                        volume,
                        brightness)
                .forEach(each -> each.addListener((_, _, _) -> keep()));
        settling = false;
    }

    /**
     * What the notebook holds of whoever lay here when it was written; not on the JavaFX thread.
     */
    Map<String, String> kept() {
        return notebook.read();
    }

    /**
     * Another stay, or none, lies here now: its own choices where the terminal was only switched
     * off meanwhile, and otherwise everything as it is for someone who has chosen nothing yet.
     *
     * @param language of a bed where nobody lies
     * @param kept see {@link #kept}
     * @return the stay's own choices were found
     */
    boolean begin(Optional<StayId> now, Language language, Map<String, String> kept) {
        settling = true;
        stay = now;
        reset(language);
        boolean own = now.map(StayId::value).filter(id -> id.equals(kept.get(STAY))).isPresent();
        if (own) {
            recall(kept);
        } else {
            work.apart().execute(notebook::erase);
        }
        settling = false;
        return own;
    }

    private void recall(Map<String, String> kept) {
        one(kept, "theme", ThemeChoice.values()).ifPresent(theme::set);
        one(kept, "text-size", TextSize.values()).ifPresent(kit.look().textSizeProperty()::set);
        one(kept, "language", Language.values()).ifPresent(kit.words().languageProperty()::set);
        kit.look().reducedMotionProperty().set("true".equals(kept.get("reduced-motion")));
        number(kept, "volume").ifPresent(this::setVolume);
        number(kept, "brightness").ifPresent(this::setBrightness);
    }

    /** Empty for what an older or newer program wrote. */
    private static <E extends Enum<E>> Optional<E> one(
            Map<String, String> kept, String key, E[] all) {
        return Stream.of(all).filter(each -> each.name().equals(kept.get(key))).findFirst();
    }

    private static Optional<Integer> number(Map<String, String> kept, String key) {
        return Optional.ofNullable(kept.get(key))
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::valueOf);
    }

    private void keep() {
        if (settling || stay.isEmpty()) {
            return;
        }
        Map<String, String> now =
                Map.of(
                        STAY,
                        stay.orElseThrow().value(),
                        "theme",
                        theme.get().name(),
                        "text-size",
                        kit.look().textSizeProperty().get().name(),
                        "language",
                        kit.words().language().name(),
                        "reduced-motion",
                        String.valueOf(kit.look().reducedMotionProperty().get()),
                        "volume",
                        String.valueOf(volume.get()),
                        "brightness",
                        String.valueOf(brightness.get()));
        work.apart().execute(() -> notebook.write(now));
    }

    private void reset(Language language) {
        kit.look().textSizeProperty().set(TextSize.NORMAL);
        kit.look().reducedMotionProperty().set(false);
        kit.words().languageProperty().set(language);
        theme.set(ThemeChoice.BY_THE_CLOCK);
        quiet.forget();
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

    /** How loud it may be here and now. */
    public Quiet quiet() {
        return quiet;
    }

    /** Sets the volume, kept between 0 and what {@link #quiet} allows now. */
    public void setVolume(int percent) {
        int allowed = Math.min(percent, quiet.greatestProperty().get());
        sound.ifPresent(door -> apply(allowed, 0, volume, door::setVolume));
    }

    /** Louder than is allowed from now on: softer. It is not made louder again by itself. */
    private void hold() {
        if (volume.get() > quiet.greatestProperty().get()) {
            setVolume(volume.get());
        }
    }

    /** As little light as the device can, or what the patient chose again. */
    public void setDark(boolean now) {
        dark = now;
        shine();
    }

    /** What covers the screen is to be seen, however dark it was. */
    void setCovered(boolean now) {
        covered = now;
        shine();
    }

    private void shine() {
        int percent = dark && !covered ? 1 : brightness.get();
        backlight.ifPresent(door -> work.apart().execute(() -> door.set(percent)));
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
