package chevet.terminal.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What time it is in the ward, to the minute, for whatever shows a time or the time left. {@link
 * #tick} on the JavaFX thread.
 */
public final class WardTime {
    private final Clock clock;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<ZonedDateTime> minute;

    public WardTime(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
        this.minute = new ReadOnlyObjectWrapper<>(truncated());
    }

    /** The minute that has begun; changes once a minute. */
    public ReadOnlyObjectProperty<ZonedDateTime> minuteProperty() {
        return minute.getReadOnlyProperty();
    }

    /** This very moment. */
    public Instant now() {
        return clock.instant();
    }

    public ZoneId zone() {
        return zone;
    }

    /** In the ward's zone. */
    public ZonedDateTime at(Instant instant) {
        return instant.atZone(zone);
    }

    /** Looks at the clock. */
    public void tick() {
        minute.set(truncated());
    }

    private ZonedDateTime truncated() {
        return clock.instant().atZone(zone).truncatedTo(ChronoUnit.MINUTES);
    }
}
