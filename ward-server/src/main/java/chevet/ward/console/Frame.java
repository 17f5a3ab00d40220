package chevet.ward.console;

import chevet.model.place.WardId;
import chevet.model.wire.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What every template knows: words, who looks, where, and when.
 *
 * @param account empty before login
 * @param csrf what every form sends back; empty before login
 * @param nav the doors that this account may use
 * @param path of the page shown
 * @param alerts what this account has to see now, whatever the page
 * @param wards that this account may see, in the hospital's order
 * @param house the name that stands over the side bar
 * @param now when the page was made
 * @param diskFull since when nothing can be kept for want of space; empty while it can
 * @param asset from an asset's path to the one with its hash
 */
public record Frame(
        Words words,
        Optional<Account> account,
        String csrf,
        List<NavItem> nav,
        String path,
        List<Alert> alerts,
        List<WardName> wards,
        String house,
        ZoneId zone,
        Instant now,
        Optional<Instant> diskFull,
        UnaryOperator<String> asset) {
    public Frame {
        nav = List.copyOf(nav);
        alerts = List.copyOf(alerts);
        wards = List.copyOf(wards);
    }

    public String t(String key, Object... about) {
        return words.t(key, about);
    }

    /** What an alert says. */
    public String alert(Alert alert) {
        return t(
                alert.key(),
                alert.about().stream()
                        .map(each -> each instanceof Instant at ? moment(at) : each)
                        .toArray());
    }

    /** {@code 11:41} by the hospital's clock. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", words.locale()).withZone(zone).format(instant);
    }

    /** {@code sam. 21 nov.} */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern(words.t("frame.day-pattern"), words.locale())
                .format(date);
    }

    /** {@code sam. 21 nov. 2026} */
    public String dayOfYear(LocalDate date) {
        return day(date) + " " + date.getYear();
    }

    /** The time where it is today, else day and time. */
    public String moment(Instant instant) {
        LocalDate date = LocalDate.ofInstant(instant, zone);
        return date.equals(LocalDate.ofInstant(now, zone)) ? time(instant) : dayAndTime(instant);
    }

    /** {@code sam. 21 nov. 11:41}, today too. */
    public String dayAndTime(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone)) + " " + time(instant);
    }

    /** Why something was refused, in words; instants by the hospital's clock. */
    public String reason(Reason reason) {
        Map<String, String> about = new HashMap<>();
        reason.about()
                .forEach(
                        (name, value) ->
                                about.put(
                                        name,
                                        value.endsWith("Z")
                                                ? moment(Instant.parse(value))
                                                : value));
        return words.named("reason." + reason.code(), about);
    }

    /** For an input of type datetime-local. */
    public String local(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(zone).format(instant);
    }

    public boolean at(NavItem item) {
        return path.equals(item.path()) || path.startsWith(item.path() + "/");
    }

    /** The name of a ward that this account may see. */
    public String wardName(WardId ward) {
        return wards.stream()
                .filter(w -> w.id().equals(ward))
                .map(WardName::name)
                .findFirst()
                .orElse(ward.value());
    }

    public boolean has(Role... roles) {
        return account.map(a -> a.has(roles)).orElse(false);
    }
}
