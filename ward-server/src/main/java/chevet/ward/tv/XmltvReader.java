package chevet.ward.tv;

import chevet.model.text.Texts;
import java.io.IOException;
import java.io.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a guide (XMLTV, as its xmltv.dtd says) piece by piece. What cannot be used is left out and
 * told with its line; only what is no XML any more ends it. Never loads a DTD, never expands an
 * entity of the document's own.
 */
final class XmltvReader {
    /** No text of a programme is longer; guides hold whole press kits. */
    private static final int LONGEST_TEXT = 2000;

    private static final Duration DAY = Duration.ofHours(24);

    /** All but a single plain space. */
    private static final Pattern SPACES = Pattern.compile("[\\s&&[^ ]]\\s*| \\s+");

    private static final Pattern YEARS = Pattern.compile("(?:^|\\D)([0-9]{1,2})(?:\\D|$)");

    /** Words for "everybody", as guides rate. */
    private static final Set<String> EVERYBODY =
            Set.of("TP", "TOUS PUBLICS", "G", "U", "TV-G", "TV-Y", "AL", "ALL", "0", "-", "NR");

    /** The film and television boards' letters (MPA, BBFC and TV Parental Guidelines) in years. */
    private static final Map<String, Integer> LETTERS =
            Map.of("PG", 8, "TV-PG", 8, "R", 16, "NC-17", 18, "TV-MA", 18, "X", 18, "R18", 18);

    private final Findings findings;
    private final GuideSink sink;
    private final Set<String> described = new HashSet<>();

    private XmltvReader(Findings findings, GuideSink sink) {
        this.findings = findings;
        this.sink = sink;
    }

    /**
     * @return false where the feed cannot be used: it is no XML, or no guide, or has no end
     */
    static boolean read(byte[] content, GuideSink sink, Findings findings) {
        return new XmltvReader(findings, sink).read(content);
    }

    private boolean read(byte[] content) {
        if (content.length > FeedText.LONGEST) {
            findings.add(0, Finding.Kind.TOO_LARGE, FeedText.LONGEST >> 20);
            return false;
        }
        try (Reader text = FeedText.reader(content);
                MendingReader mending = new MendingReader(text, findings)) {
            boolean whole = read(factory().createXMLStreamReader(mending));
            mending.report();
            return whole;
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof FeedText.TooLong) {
                findings.add(0, Finding.Kind.TOO_LARGE, FeedText.LONGEST_UNPACKED >> 20);
            } else {
                int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
                findings.add(Math.max(0, line), Finding.Kind.NOT_XML);
            }
            return false;
        } catch (FeedText.TooLong e) {
            findings.add(0, Finding.Kind.TOO_LARGE, FeedText.LONGEST_UNPACKED >> 20);
            return false;
        } catch (IOException e) {
            // Packed, and not to be unpacked.
            findings.add(0, Finding.Kind.NOT_XML);
            return false;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // The JDK counts the document's own text as an entity, and stops at 100,000 letters.
        // Without a DTD there is no entity that could grow; the feed's length is limited above.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    private boolean read(XMLStreamReader xml) throws XMLStreamException {
        boolean guide = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName().toLowerCase(Locale.ROOT);
            if (!guide) {
                if (!name.equals("tv")) {
                    findings.add(line(xml), Finding.Kind.NOT_A_GUIDE, name);
                    return false;
                }
                guide = true;
            } else if (name.equals("channel")) {
                channel(xml);
            } else if (name.equals("programme")) {
                programme(xml);
            }
        }
        return guide;
    }

    private static int line(XMLStreamReader xml) {
        return Math.max(0, xml.getLocation().getLineNumber());
    }

    private void channel(XMLStreamReader xml) throws XMLStreamException {
        int line = line(xml);
        String id = attribute(xml, "id");
        List<String> names = new ArrayList<>();
        children(
                xml,
                (name, _) -> {
                    if (name.equals("display-name")) {
                        names.add(text(xml));
                        return true;
                    }
                    return false;
                });
        if (id.isEmpty()) {
            findings.add(line, Finding.Kind.CHANNEL_WITHOUT_ID);
        } else {
            if (!described.add(id)) {
                findings.add(line, Finding.Kind.CHANNEL_TWICE, id);
            }
            sink.channel(id, id);
            names.forEach(name -> sink.channel(id, name));
        }
    }

    private void programme(XMLStreamReader xml) throws XMLStreamException {
        int line = line(xml);
        String channel = attribute(xml, "channel");
        String startText = attribute(xml, "start");
        String stopText = attribute(xml, "stop");
        boolean clump = !Set.of("", "0/1").contains(attribute(xml, "clumpidx"));
        if (channel.isEmpty()) {
            findings.add(line, Finding.Kind.NO_CHANNEL);
            skip(xml);
            return;
        }
        Optional<Instant> start = time(line, "start", startText);
        if (start.isEmpty()) {
            skip(xml);
            return;
        }
        Optional<Instant> stop =
                stopText.isEmpty() ? Optional.empty() : time(line, "stop", stopText);
        if (!sink.wants(channel, start.get(), stop.orElse(start.get()))) {
            skip(xml);
            return;
        }
        Details details = new Details();
        boolean nothing = stop.isPresent() && stop.get().equals(start.get());
        children(xml, (name, child) -> details.take(name, child));
        if (details.titles.isEmpty()) {
            findings.add(line, Finding.Kind.NO_TITLE);
            return;
        }
        if (nothing) {
            findings.add(line, Finding.Kind.NO_LENGTH, details.titles.values().iterator().next());
            return;
        }
        sink.programme(
                new Slot(
                        line,
                        channel,
                        start.get(),
                        fitting(line, start.get(), stop, details.titles.values().iterator().next()),
                        clump,
                        texts(details.titles).orElseThrow(),
                        texts(details.subtitles),
                        texts(details.descriptions),
                        details.categories.stream().distinct().limit(8).toList(),
                        details.episode,
                        age(line, details.ratings),
                        details.subtitled,
                        details.described));
    }

    private Optional<Instant> fitting(
            int line, Instant start, Optional<Instant> stop, String title) {
        if (stop.isEmpty()) {
            findings.add(line, Finding.Kind.NO_STOP, title);
            return stop;
        }
        if (!stop.get().isAfter(start)) {
            findings.add(line, Finding.Kind.ENDS_FIRST, title);
            return Optional.empty();
        }
        if (Duration.between(start, stop.get()).compareTo(DAY) > 0) {
            findings.add(line, Finding.Kind.TOO_LONG, title);
            return Optional.empty();
        }
        return stop;
    }

    private Optional<Instant> time(int line, String name, String text) {
        return switch (GuideTime.read(text)) {
            case GuideTime.Read.At(Instant instant) -> Optional.of(instant);
            case GuideTime.Read.Bad() -> {
                findings.add(line, Finding.Kind.BAD_TIME, name, text);
                yield Optional.empty();
            }
            case GuideTime.Read.NoZone(String zone) -> {
                findings.add(line, Finding.Kind.BAD_ZONE, zone);
                yield Optional.empty();
            }
        };
    }

    private Optional<Integer> age(int line, List<String> ratings) {
        Optional<Integer> age = Optional.empty();
        for (String rating : ratings) {
            Optional<Integer> years = years(rating.strip().toUpperCase(Locale.ROOT));
            if (years.isEmpty()) {
                findings.add(line, Finding.Kind.BAD_RATING, rating);
            }
            // Where two boards disagree, the stricter one.
            age = Stream.concat(age.stream(), years.stream()).max(Integer::compare);
        }
        return age;
    }

    private static Optional<Integer> years(String rating) {
        if (EVERYBODY.contains(rating)) {
            return Optional.of(0);
        }
        Integer known = LETTERS.get(rating);
        if (known != null) {
            return Optional.of(known);
        }
        Matcher years = YEARS.matcher(rating);
        return years.find()
                ? Optional.of(Math.min(18, Integer.parseInt(years.group(1))))
                : Optional.empty();
    }

    /** What a programme's children say. */
    private static final class Details {
        final Map<String, String> titles = new java.util.LinkedHashMap<>();
        final Map<String, String> subtitles = new java.util.LinkedHashMap<>();
        final Map<String, String> descriptions = new java.util.LinkedHashMap<>();
        final List<String> categories = new ArrayList<>();
        final List<String> ratings = new ArrayList<>();
        Optional<String> episode = Optional.empty();
        boolean subtitled;
        boolean described;

        boolean take(String name, XMLStreamReader xml) throws XMLStreamException {
            String language = attribute(xml, "lang");
            String system = attribute(xml, "system").toLowerCase(Locale.ROOT);
            switch (name) {
                case "title" -> put(titles, language, text(xml));
                case "sub-title" -> put(subtitles, language, text(xml));
                case "desc" -> put(descriptions, language, text(xml));
                case "category" -> {
                    String category = text(xml);
                    if (!category.isEmpty()) {
                        categories.add(category);
                    }
                }
                case "rating" -> {
                    String rating = text(xml);
                    // Not everything that a guide calls a rating is about children.
                    if (!rating.isEmpty() && !system.equals("advisory")) {
                        ratings.add(rating);
                    }
                }
                case "episode-num" -> {
                    Optional<String> read = Episodes.read(system, text(xml));
                    episode =
                            system.equals("onscreen")
                                    ? read.or(() -> episode)
                                    : episode.or(() -> read);
                }
                case "subtitles" -> {
                    subtitled = true;
                    return false;
                }
                case "audio" -> described |= text(xml).toLowerCase(Locale.ROOT).contains("descri");
                case "audio-described" -> {
                    described = true;
                    return false;
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static void put(Map<String, String> texts, String language, String text) {
            if (!text.isEmpty()) {
                String tag = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
                texts.putIfAbsent(tag, text);
            }
        }
    }

    /** French first; where it is missing, what the guide said first stands for it. */
    private static Optional<Texts> texts(Map<String, String> byLanguage) {
        if (byLanguage.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> texts = new HashMap<>(byLanguage);
        String first = byLanguage.values().iterator().next();
        return Optional.of(
                new Texts(
                        texts.getOrDefault("fr", texts.getOrDefault("", first)),
                        Optional.ofNullable(texts.get("en")),
                        Optional.ofNullable(texts.get("ar"))));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("").strip();
    }

    /** Reads a child to its end and returns true, or leaves it to be skipped. */
    private interface Child {
        boolean read(String name, XMLStreamReader xml) throws XMLStreamException;
    }

    private static void children(XMLStreamReader xml, Child child) throws XMLStreamException {
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && !child.read(xml.getLocalName().toLowerCase(Locale.ROOT), xml)) {
                skip(xml);
            }
            event = xml.next();
        }
    }

    /** To the end of the element that has begun. */
    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth +=
                    event == XMLStreamConstants.START_ELEMENT
                            ? 1
                            : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** All text of the element, of its children too, with single spaces. */
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() < LONGEST_TEXT) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        String one = SPACES.matcher(text.toString().strip()).replaceAll(" ");
        return one.length() <= LONGEST_TEXT
                ? one
                : one.substring(0, LONGEST_TEXT - 1).strip() + "…";
    }
}
