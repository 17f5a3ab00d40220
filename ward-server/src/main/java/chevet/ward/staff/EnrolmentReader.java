package chevet.ward.staff;

import chevet.config.StaffConfig;
import chevet.model.place.Id;
import chevet.model.place.WardId;
import chevet.model.staff.Profile;
import chevet.ward.pki.CardTrust;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a person and a card from texts by name, those of a row or of a form. Every fault is told.
 */
final class EnrolmentReader {
    static final List<String> REQUIRED = List.of("person", "name", "profile");
    static final List<String> OPTIONAL =
            List.of("wards", "card", "key_9a", "key_9e", "valid_from", "valid_until");

    /** Stands for all wards. */
    static final String EVERYWHERE = "*";

    private final StaffConfig config;
    private final Wards wards;

    EnrolmentReader(StaffConfig config, Wards wards) {
        this.config = config;
        this.wards = wards;
    }

    /** Who is told what is wrong. */
    interface Faults {
        /**
         * @param key of the sentence
         */
        void at(String field, String key, Object... about);

        void unknown(String field, String word, Collection<String> allowed);
    }

    /** Empty where there was a fault. */
    Optional<Enrolment> read(Function<String, String> texts, Faults told) {
        Counting faults = new Counting(told);
        String person = id("person", texts, faults);
        String name = texts.apply("name").strip();
        if (name.isEmpty()) {
            faults.at("name", "missing");
        } else if (name.length() > Person.LONGEST_NAME) {
            faults.at("name", "name-too-long", Person.LONGEST_NAME);
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            faults.at("name", "bad-character");
        }
        String profile = profile(texts.apply("profile").strip(), faults);
        Set<String> named = words(texts.apply("wards"));
        Set<WardId> own = wards(named, faults);
        Optional<LocalDate> from = day("valid_from", texts, faults);
        Optional<LocalDate> until = day("valid_until", texts, faults);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            faults.at("valid_until", "day-order");
        }
        Optional<Card> card = card(person, texts, faults);
        return faults.any
                ? Optional.empty()
                : Optional.of(
                        new Enrolment(
                                new Person(
                                        person,
                                        name,
                                        profile,
                                        named.contains(EVERYWHERE),
                                        named.contains(EVERYWHERE) ? Set.of() : own,
                                        from,
                                        until),
                                card));
    }

    private Optional<Card> card(String person, Function<String, String> texts, Faults faults) {
        boolean none =
                List.of("card", "key_9a", "key_9e").stream()
                        .allMatch(field -> texts.apply(field).isBlank());
        if (none) {
            return Optional.empty();
        }
        String serial = id("card", texts, faults);
        Optional<String> pin = key("key_9a", texts, faults);
        Optional<String> tap = key("key_9e", texts, faults);
        if (texts.apply("key_9a").isBlank()) {
            faults.at("key_9a", "missing");
        }
        if (pin.isPresent() && pin.equals(tap)) {
            faults.at("key_9e", "key-twice");
        }
        return pin.map(key -> new Card(serial, person, key, tap, Optional.empty()));
    }

    private static String id(String field, Function<String, String> texts, Faults faults) {
        String text = texts.apply(field).strip();
        if (text.isEmpty()) {
            faults.at(field, "missing");
        } else if (!Id.is(text)) {
            faults.at(field, "not-an-id", text);
        }
        return text;
    }

    private String profile(String word, Faults faults) {
        List<String> known = config.profiles().stream().map(Profile::id).toList();
        if (word.isEmpty()) {
            faults.at("profile", "missing");
        } else if (!known.contains(word)) {
            faults.unknown("profile", word, known);
        }
        return word;
    }

    private Set<WardId> wards(Set<String> named, Faults faults) {
        Set<String> known =
                wards.all().stream()
                        .map(WardId::value)
                        .collect(Collectors.toCollection(HashSet::new));
        known.add(EVERYWHERE);
        named.stream()
                .filter(word -> !known.contains(word))
                .forEach(word -> faults.unknown("wards", word, known));
        return wards.all().stream()
                .filter(ward -> named.contains(ward.value()))
                .collect(Collectors.toSet());
    }

    private static Optional<LocalDate> day(
            String field, Function<String, String> texts, Faults faults) {
        String text = texts.apply(field).strip();
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            faults.at(field, "bad-day", text);
            return Optional.empty();
        }
    }

    /** A key, or a certificate that holds it, in base64 or PEM. */
    private static Optional<String> key(
            String field, Function<String, String> texts, Faults faults) {
        String text = texts.apply(field).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> key = decoded(text).flatMap(CardTrust::key).map(CardCheck::word);
        if (key.isEmpty()) {
            faults.at(field, "bad-key");
        }
        return key;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static final class Counting implements Faults {
        private final Faults told;
        private boolean any;

        Counting(Faults told) {
            this.told = told;
        }

        @Override
        public void at(String field, String key, Object... about) {
            any = true;
            told.at(field, key, about);
        }

        @Override
        public void unknown(String field, String word, Collection<String> allowed) {
            any = true;
            told.unknown(field, word, allowed);
        }
    }
}
