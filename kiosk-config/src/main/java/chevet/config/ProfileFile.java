package chevet.config;

import chevet.model.staff.Action;
import chevet.model.staff.Grant;
import chevet.model.staff.Grant.Reach;
import chevet.model.staff.Permission;
import chevet.model.staff.Profile;
import chevet.model.staff.Resource;
import chevet.model.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what each trade may do: {@code [[profile]]} with permissions as words ({@code
 * films:sign-off}; {@code record:read} is every part of the record). The resource {@code
 * profiles.toml} is what a site has that says nothing else. Safe for all threads.
 */
public final class ProfileFile {
    private static final String BUILT_IN = "profiles.toml";
    private static final Duration LONGEST_GRACE = Duration.ofHours(1);

    /** What there is to do with each resource, besides reading it. */
    private static final Map<Resource, Set<Action>> ACTS =
            Map.of(
                    Resource.FOOD_PROFILE, Set.of(Action.CHANGE),
                    Resource.MEALS, Set.of(Action.CHANGE),
                    Resource.FILMS, Set.of(Action.PRESCRIBE, Action.SIGN_OFF),
                    Resource.REQUESTS, Set.of(Action.ANSWER),
                    Resource.CLEANING, Set.of(Action.CHANGE),
                    Resource.TERMINAL, Set.of(Action.CHANGE));

    private static final Map<String, Set<Permission>> WORDS = words();

    private ProfileFile() {}

    /** Reads a site's own file, with problems in French, English or Arabic. */
    public static Reading<List<Profile>> read(Path file, Locale locale) {
        return ConfigFile.read(file, locale, ProfileFile::profiles);
    }

    /** What a site has that says nothing else. */
    public static List<Profile> builtIn() {
        try (InputStream in = ProfileFile.class.getResourceAsStream(BUILT_IN)) {
            if (in == null) {
                throw new IllegalStateException("no " + BUILT_IN);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return switch (ConfigFile.read(
                    BUILT_IN, text, Path.of(""), Locale.ROOT, ProfileFile::profiles)) {
                case Reading.Good<List<Profile>>(List<Profile> profiles) -> profiles;
                case Reading.Faulty<List<Profile>>(List<Problem> problems) ->
                        throw new IllegalStateException(problems.toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Profile> profiles(Section root) {
        List<Profile> profiles = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Section each : root.tables("profile", false)) {
            Profile profile = profile(each);
            if (!known.add(profile.id())) {
                each.fault("id", "profile-twice", profile.id());
            }
            profiles.add(profile);
        }
        return profiles;
    }

    private static Profile profile(Section each) {
        String id = each.id("id", Function.identity());
        Section name = each.table("name");
        Texts texts = name.texts();
        name.end();
        boolean prescriber = each.mark("prescriber");
        Set<Grant> grants = new HashSet<>();
        permissions(each, "own").forEach(p -> grants.add(new Grant(p, Reach.OWN)));
        permissions(each, "any").forEach(p -> grants.add(new Grant(p, Reach.ANY)));
        Set<Permission> emergency = permissions(each, "break-glass");
        Duration grace = each.duration("grace", prescriber ? Duration.ZERO : Profile.GRACE);
        if (prescriber && !grace.isZero()) {
            each.fault("grace", "prescriber-grace");
        }
        if (grace.compareTo(LONGEST_GRACE) > 0) {
            each.fault("grace", "long-grace");
        }
        each.end();
        return new Profile(
                id, texts, prescriber, grants, emergency, prescriber ? Duration.ZERO : grace);
    }

    private static Set<Permission> permissions(Section each, String key) {
        Set<Permission> all = new HashSet<>();
        for (String word : each.texts(key)) {
            Set<Permission> meant = WORDS.get(word);
            if (meant != null) {
                all.addAll(meant);
            } else {
                Optional<String> near = Nearest.to(word, WORDS.keySet());
                if (near.isPresent()) {
                    each.fault(key, "bad-permission-meant", word, near.get());
                } else {
                    each.fault(key, "bad-permission", word);
                }
            }
        }
        return all;
    }

    private static Map<String, Set<Permission>> words() {
        Map<String, Set<Permission>> words = new LinkedHashMap<>();
        Set<Permission> record = new HashSet<>();
        for (Resource resource : Resource.values()) {
            for (Action action : Action.values()) {
                boolean there =
                        action == Action.READ
                                || ACTS.getOrDefault(resource, Set.of()).contains(action);
                if (there) {
                    Permission permission = new Permission(resource, action);
                    words.put(permission.word(), Set.of(permission));
                }
            }
        }
        Arrays.stream(Resource.values())
                .filter(Resource::record)
                .forEach(resource -> record.add(new Permission(resource, Action.READ)));
        words.put("record:read", Set.copyOf(record));
        return words;
    }
}
