package chevet.config;

import chevet.model.meal.MealService;
import chevet.model.place.BedId;
import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a ward server is told: which beds are its own, where it listens, where it keeps things.
 *
 * @param site the site that all its wards belong to
 * @param siteName as it stands on the screens
 * @param zone in which meal times are meant
 * @param wards at least one; beds and terminals are unique over all of them
 * @param data directory of the database
 * @param keys directory of stay keys and of the CA; apart from {@code data} and outside its backups
 * @param hosts names and addresses under which terminals and browsers reach this server, for its
 *     certificate; {@code localhost} and {@code 127.0.0.1} are always in it
 * @param mqtt where terminals connect
 * @param https where browsers connect
 * @param database a JDBC URL where PostgreSQL is used; SQLite in {@code data} otherwise
 * @param keyKept how long a discharged stay's key is kept sealed, so that the discharge can be
 *     cancelled; zero destroys it at once
 * @param services the hours of all four services
 * @param tv what there is of television
 * @param staff whose cards open what at the bed
 * @param record where the patients' records are; empty where there is none
 * @param hl7 the hospital's HL7 v2 feed, where there is one
 */
public record WardConfig(
        SiteId site,
        String siteName,
        ZoneId zone,
        List<Ward> wards,
        Path data,
        Path keys,
        List<String> hosts,
        Listener mqtt,
        Listener https,
        Optional<String> database,
        Duration keyKept,
        Map<MealService, ServiceHours> services,
        TvConfig tv,
        StaffConfig staff,
        Optional<FhirConfig> record,
        Optional<Hl7Config> hl7) {
    public WardConfig {
        wards = List.copyOf(wards);
        hosts = List.copyOf(hosts);
        services = Map.copyOf(services);
    }

    /** The hours of a service; every service has them. */
    public ServiceHours hours(MealService service) {
        ServiceHours hours = services.get(service);
        if (hours == null) {
            throw new IllegalStateException("no hours for " + service);
        }
        return hours;
    }

    /** One ward, its beds in the order in which the console shows them. */
    public record Ward(WardId id, String name, List<Bed> beds) {
        public Ward {
            beds = List.copyOf(beds);
        }
    }

    /** A bed and the terminal fixed to it. */
    public record Bed(BedId bed, TerminalId terminal) {}

    /**
     * Where the server listens.
     *
     * @param address of the interface; {@code 0.0.0.0} for all
     * @param port 0 takes any free one
     */
    public record Listener(String address, int port) {}

    /**
     * When a service's trays go out and until when they may be chosen, by the clock of the zone.
     *
     * @param served when the trays go out
     * @param cutOff from this time on an order is too late
     * @param cutOffDaysBefore how many days before the service the cut-off lies; mostly 0
     * @param opensDaysBefore choosing begins at the start of the day this many days before
     */
    public record ServiceHours(
            LocalTime served, LocalTime cutOff, int cutOffDaysBefore, int opensDaysBefore) {
        public Instant servedAt(LocalDate date, ZoneId zone) {
            return date.atTime(served).atZone(zone).toInstant();
        }

        public Instant cutOffAt(LocalDate date, ZoneId zone) {
            return date.minusDays(cutOffDaysBefore).atTime(cutOff).atZone(zone).toInstant();
        }

        public Instant opensAt(LocalDate date, ZoneId zone) {
            return date.minusDays(opensDaysBefore).atStartOfDay(zone).toInstant();
        }
    }
}
