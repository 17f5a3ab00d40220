package chevet.model.meal;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds what is known in a hospital's own words, French or English. Only whole words count, and
 * every word has to be accounted for: a line with one word more than is known ("except oysters")
 * counts as not understood, though what was found in it is still forbidden.
 *
 * @param <E> what the words mean
 */
final class FoodWords<E extends Enum<E>> {
    /** Words that change nothing of what the others say. */
    private static final Set<String> FILLING =
            words(
                    "a an the of to in by and or with for from au aux a la le les l de des du d et"
                            + " ou un une par pour avec allergy allergic allergie allergique"
                            + " intolerance intolerant hypersensitivity hypersensibilite food aliment"
                            + " alimentaire substance disorder finding product protein proteine diet"
                            + " dietary regime regimen alimentation known connue severe serious"
                            + " moderate mild raw cooked cru cuit edible patient trace anaphylaxis"
                            + " anaphylaxie dd standard");

    private final Map<List<String>, Set<E>> phrases = new HashMap<>();
    private final Class<E> type;
    private int longest = 1;

    FoodWords(Class<E> type) {
        this.type = type;
    }

    /** The meaning of that very name; empty where it is none. */
    Set<E> named(String name) {
        return EnumSet.allOf(type).stream()
                .filter(each -> each.name().equals(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What was found.
     *
     * @param all every word is accounted for, and there was something to find
     */
    record Found<E>(Set<E> meanings, boolean all) {}

    /** Teaches phrases, separated by {@code ;}, that mean all of these. */
    @SafeVarargs
    final FoodWords<E> say(String phrases, E... meanings) {
        Set<E> all = EnumSet.noneOf(type);
        for (E meaning : meanings) {
            all.add(meaning);
        }
        for (String phrase : phrases.split(";")) {
            List<String> words = List.of(Word.of(phrase).split(" "));
            this.phrases.put(words, all);
            longest = Math.max(longest, words.size());
        }
        return this;
    }

    Found<E> in(String text) {
        List<String> words = List.of(Word.of(text).split(" "));
        Set<E> meanings = EnumSet.noneOf(type);
        boolean known = false;
        boolean all = true;
        int at = 0;
        while (at < words.size()) {
            int length = phraseAt(words, at);
            if (length > 0) {
                meanings.addAll(phrases.getOrDefault(words.subList(at, at + length), Set.of()));
                known = true;
                at += length;
            } else {
                all = all && FILLING.contains(words.get(at));
                at++;
            }
        }
        return new Found<>(meanings, known && all);
    }

    /** The longest phrase that begins there, in words; 0 where none does. */
    private int phraseAt(List<String> words, int at) {
        return IntStream.rangeClosed(1, Math.min(longest, words.size() - at))
                .filter(length -> phrases.containsKey(words.subList(at, at + length)))
                .boxed()
                .max(Comparator.naturalOrder())
                .orElse(0);
    }

    private static Set<String> words(String text) {
        Set<String> all = new HashSet<>();
        for (String word : text.split(" ")) {
            all.add(Word.of(word));
        }
        return all;
    }
}
