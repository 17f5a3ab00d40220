package chevet.terminal.tv;

import chevet.model.pack.ObjectRef;
import chevet.model.text.Texts;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.Programme;
import chevet.terminal.player.TrackWish;
import chevet.terminal.player.Tracks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the television screen and its door on the home screen show, without words: the view finds
 * those in the patient's language. Changed and read on the JavaFX thread only.
 */
final class TvModel {
    /** What stands beside the picture. */
    enum Panel {
        NOW,
        GUIDE,
        RADIO,
        TRACKS,
        NUMBER,
        SLEEP
    }

    /** Which part of the guide. */
    enum Range {
        NEXT,
        EVENING,
        /** All that the tuned channel has from now on. */
        CHANNEL
    }

    private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(Panel.NOW);
    private final ObjectProperty<Range> range = new SimpleObjectProperty<>(Range.EVENING);
    private final ObjectProperty<List<Card>> televisions = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<Card>> radios = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<List<GuideCard>> guide = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Card>> tuned =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<OnAir> onAir = new SimpleObjectProperty<>(new OnAir.Off());
    private final BooleanProperty named = new SimpleBooleanProperty();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<List<Notice>> notices = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Tracks> tracks = new SimpleObjectProperty<>(Tracks.NONE);
    private final ObjectProperty<TrackWish> wish = new SimpleObjectProperty<>(TrackWish.NONE);
    private final ObjectProperty<Optional<Instant>> sleep =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty back = new SimpleBooleanProperty();
    private final BooleanProperty whole = new SimpleBooleanProperty();
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final ObjectProperty<Doorway> doorway = new SimpleObjectProperty<>(Doorway.NONE);

    ObjectProperty<Panel> panel() {
        return panel;
    }

    ObjectProperty<Range> range() {
        return range;
    }

    /** Favourites first, then by number; those that the stay does not have last. */
    ObjectProperty<List<Card>> televisions() {
        return televisions;
    }

    /** In the same order. */
    ObjectProperty<List<Card>> radios() {
        return radios;
    }

    /** What the guide shows of {@link #range}; empty while it is not looked at. */
    ObjectProperty<List<GuideCard>> guide() {
        return guide;
    }

    /** The channel that was chosen last, whether it can be seen or not. */
    ObjectProperty<Optional<Card>> tuned() {
        return tuned;
    }

    /** What stands in the picture. */
    ObjectProperty<OnAir> onAir() {
        return onAir;
    }

    /** The channel's name stands over the picture. */
    BooleanProperty named() {
        return named;
    }

    /** Digits of a number that is being typed. */
    StringProperty typed() {
        return typed;
    }

    /** What the patient must know, the most pressing first. */
    ObjectProperty<List<Notice>> notices() {
        return notices;
    }

    ObjectProperty<Tracks> tracks() {
        return tracks;
    }

    ObjectProperty<TrackWish> wish() {
        return wish;
    }

    /** When it switches itself off. */
    ObjectProperty<Optional<Instant>> sleep() {
        return sleep;
    }

    /** There is a channel before this one to go back to. */
    BooleanProperty back() {
        return back;
    }

    /** The picture has the whole screen. */
    BooleanProperty whole() {
        return whole;
    }

    /** The screen is black until somebody touches it. */
    BooleanProperty dark() {
        return dark;
    }

    ObjectProperty<Doorway> doorway() {
        return doorway;
    }

    /** Whether a channel can be seen or heard now, and why not. */
    sealed interface Access {
        record Free() implements Access {}

        /**
         * @param names of the packs of which the stay would need one
         */
        record Pack(List<Texts> names) implements Access {}

        /**
         * @param until when what is on now ends; empty where all of the channel is for older people
         */
        record Older(int age, Optional<Instant> until) implements Access {}
    }

    /**
     * One channel.
     *
     * @param now what is on; empty where the guide does not say
     * @param share how much of it has been, 0 to 1
     */
    record Card(
            ChannelId id,
            int number,
            String name,
            Optional<ObjectRef> logo,
            Channel.Kind kind,
            Optional<Programme> now,
            double share,
            boolean favourite,
            boolean tuned,
            Access access) {}

    /** One channel in the guide, with what it shows. */
    record GuideCard(
            ChannelId id,
            int number,
            String name,
            Optional<ObjectRef> logo,
            boolean tuned,
            List<Programme> programmes) {}

    /** What stands in the picture's place. */
    sealed interface OnAir {
        /** Nothing was chosen, or it has switched itself off. */
        record Off() implements OnAir {}

        /**
         * Opened, and no picture yet.
         *
         * @param seconds since it was chosen
         */
        record Coming(int seconds) implements OnAir {}

        record Playing() implements OnAir {}

        /** Stands still for somebody who has to be heard, or for good until the patient goes on. */
        record Paused() implements OnAir {}

        /**
         * The picture stopped; it is being opened anew.
         *
         * @param tries how often, so far
         * @param before it was seen or heard before
         */
        record Stopped(int tries, boolean before) implements OnAir {}

        /**
         * It will not play here.
         *
         * @param wanting true where this device misses something, false where the channel is at
         *     fault
         */
        record Broken(boolean wanting) implements OnAir {}

        record NotFor(Access why) implements OnAir {}

        /** The hospital has taken it out of its list. */
        record Gone() implements OnAir {}
    }

    /** Something to be said over the picture. */
    sealed interface Notice {
        /**
         * It will switch itself off in a minute.
         *
         * @param at when
         */
        record SleepsSoon(Instant at) implements Notice {}

        /**
         * At this hour it may be heard in the headphones only.
         *
         * @param known the device would notice headphones; where it would not, the patient says so
         */
        record Headphones(boolean known) implements Notice {}

        /** This device has nothing to be heard with. */
        record NoSound() implements Notice {}

        record NoSuchNumber(String typed) implements Notice {}

        record FavouritesNotKept() implements Notice {}

        /** The guide ends before today. */
        record GuideOld(LocalDate until) implements Notice {}
    }

    /** What the home screen says of it; there is a door only where there are channels. */
    record Doorway(int televisions, int radios) {
        static final Doorway NONE = new Doorway(0, 0);

        boolean open() {
            return televisions + radios > 0;
        }
    }
}
