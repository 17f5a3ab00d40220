package chevet.ward.tv;

import chevet.config.TvConfig;
import chevet.model.place.Id;
import chevet.model.tv.Channel;
import chevet.model.tv.ChannelId;
import chevet.model.tv.TvPack;
import chevet.model.tv.TvPackId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes the hospital's channels from a list as it was read: ids and numbers that are each one's
 * own, and the packs. Pure.
 */
final class LineupMaker {
    private static final int LONGEST_ID = 60;

    private final List<TvConfig.Pack> packs;
    private final Findings findings;
    private final Set<Integer> numbers = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<TvPackId> used = new HashSet<>();

    private LineupMaker(List<TvConfig.Pack> packs, Findings findings) {
        this.packs = packs;
        this.findings = findings;
    }

    /** The channels, by number. */
    static List<Listed> make(Playlist list, List<TvConfig.Pack> packs, Findings findings) {
        LineupMaker maker = new LineupMaker(packs, findings);
        // A number that somebody chose goes before one that is given here.
        List<Optional<Integer>> chosen = list.entries().stream().map(maker::chosenNumber).toList();
        List<Listed> listed = new ArrayList<>();
        for (int i = 0; i < list.entries().size(); i++) {
            listed.add(maker.listed(list.entries().get(i), chosen.get(i)));
        }
        packs.stream()
                .filter(_ -> !listed.isEmpty())
                .map(pack -> pack.pack().id())
                .filter(id -> !maker.used.contains(id))
                .forEach(id -> findings.add(0, Finding.Kind.PACK_EMPTY, id));
        return listed.stream()
                .sorted((one, other) -> Channel.BY_NUMBER.compare(one.channel(), other.channel()))
                .toList();
    }

    private Optional<Integer> chosenNumber(Playlist.Entry entry) {
        String text = entry.number();
        if (!text.matches("0*[1-9][0-9]{0,3}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return numbers.add(number) ? Optional.of(number) : Optional.empty();
    }

    private Listed listed(Playlist.Entry entry, Optional<Integer> chosen) {
        return new Listed(
                new Channel(
                        id(entry),
                        chosen.orElseGet(() -> freeNumber(entry)),
                        entry.name(),
                        entry.radio() ? Channel.Kind.RADIO : Channel.Kind.TELEVISION,
                        entry.stream(),
                        entry.groups().stream().findFirst(),
                        Optional.empty(),
                        packs(entry),
                        entry.age()),
                entry.guideId(),
                entry.guideName(),
                entry.shift(),
                entry.logo());
    }

    private int freeNumber(Playlist.Entry entry) {
        int free = 1;
        while (!numbers.add(free)) {
            free++;
        }
        if (!entry.number().isEmpty()) {
            boolean number = entry.number().matches("0*[1-9][0-9]{0,3}");
            findings.add(
                    entry.line(),
                    number ? Finding.Kind.NUMBER_TWICE : Finding.Kind.BAD_NUMBER,
                    entry.number(),
                    free);
        }
        return free;
    }

    /** From the guide's id, which stays when names and places in the list change. */
    private ChannelId id(Playlist.Entry entry) {
        String wanted = entry.guideId().isEmpty() ? entry.name() : entry.guideId();
        String base = word(wanted);
        String id = base;
        for (int n = 2; !ids.add(id.toLowerCase(Locale.ROOT)); n++) {
            id = base + "-" + n;
        }
        if (!id.equals(base) && !entry.guideId().isEmpty()) {
            findings.add(entry.line(), Finding.Kind.ID_TWICE, wanted, id);
        }
        return new ChannelId(id);
    }

    private static String word(String text) {
        String plain =
                Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .replaceAll("[^A-Za-z0-9._-]+", "-")
                        .replaceAll("^[^A-Za-z0-9]+|-+$", "");
        String word = plain.length() > LONGEST_ID ? plain.substring(0, LONGEST_ID) : plain;
        return Id.is(word) ? word : "channel";
    }

    /** Empty where one of them is everybody's. */
    private Set<TvPackId> packs(Playlist.Entry entry) {
        Set<TvPackId> held = new TreeSet<>();
        boolean free = false;
        for (TvConfig.Pack pack : packs) {
            boolean in =
                    entry.packs().contains(pack.pack().id().value())
                            || pack.channels().contains(entry.guideId())
                            || entry.groups().stream()
                                    .anyMatch(
                                            group ->
                                                    pack.groups().stream()
                                                            .anyMatch(group::equalsIgnoreCase));
            if (in) {
                used.add(pack.pack().id());
                held.add(pack.pack().id());
                free |= pack.pack().kind() == TvPack.Kind.FREE;
            }
        }
        for (String named : entry.packs()) {
            if (packs.stream().noneMatch(pack -> pack.pack().id().value().equals(named))) {
                findings.add(entry.line(), Finding.Kind.UNKNOWN_PACK, named);
            }
        }
        return free ? Set.of() : held;
    }
}
