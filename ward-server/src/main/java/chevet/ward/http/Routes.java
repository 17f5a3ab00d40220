package chevet.ward.http;

import chevet.config.pack.ObjectStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which action answers which method and path. Filled once by {@code Wiring}, then read by all
 * threads.
 *
 * <p>A pattern is a path whose segments may be places: {@code /beds/{bed}/profile}. A fixed segment
 * goes before a place. Every action runs on a virtual thread of its own and may block.
 */
public final class Routes {
    /**
     * Answers requests. What it throws becomes a plain 500 and a line in the log with a number that
     * both show.
     */
    @FunctionalInterface
    public interface Action {
        Reply answer(Request request);
    }

    /** A route that fits a path, and what stood in its places. */
    record Match(Action action, int bodyLimit, Map<String, String> parts) {}

    private record Route(String method, List<String> pattern, int bodyLimit, Action action) {}

    /** Files of the class path under a path of the server. */
    record Assets(String path, String resources) {}

    private final List<Route> routes = new ArrayList<>();
    private final List<Assets> assets = new ArrayList<>();
    private Optional<ObjectStore> objects = Optional.empty();
    private Supplier<Optional<String>> trouble = Optional::empty;

    /**
     * What keeps the server from its work, asked at each {@code /healthz} and answered there with
     * 503; a line without personal data.
     */
    public Routes trouble(Supplier<Optional<String>> asked) {
        trouble = asked;
        return this;
    }

    Optional<String> trouble() {
        return trouble.get();
    }

    public Routes get(String pattern, Action action) {
        return add("GET", pattern, 0, action);
    }

    public Routes post(String pattern, Action action) {
        return post(pattern, RequestReader.BODY_LIMIT, action);
    }

    /** A POST whose body may have that many bytes. */
    public Routes post(String pattern, int bodyLimit, Action action) {
        return add("POST", pattern, bodyLimit, action);
    }

    /**
     * Serves files of the class path, for everyone and without login, with an ETag; for ever where
     * the query is {@code ?v=} and the file's hash ({@link #assetPath} writes it), else checked at
     * each use.
     *
     * @param path under which they are seen: {@code /assets/}
     * @param resources directory on the class path: {@code console/assets/}
     */
    public Routes assets(String path, String resources) {
        if (!path.startsWith("/") || !path.endsWith("/") || !resources.endsWith("/")) {
            throw new IllegalArgumentException("assets need /path/ and resources/");
        }
        assets.add(new Assets(path, resources));
        return this;
    }

    /**
     * The path of an asset with its hash, to write into pages.
     *
     * @throws IllegalArgumentException when there is no such file: a page would be broken
     */
    public String assetPath(String path) {
        return asset(path)
                .map(asset -> path + "?v=" + asset.hash())
                .orElseThrow(() -> new IllegalArgumentException("no asset " + path));
    }

    /**
     * Serves a store's objects below {@code /objects/}, for everyone and without login.
     *
     * @see chevet.model.pack.ObjectRef#path
     */
    public Routes objects(ObjectStore store) {
        objects = Optional.of(store);
        return this;
    }

    Optional<ObjectStore> objects() {
        return objects;
    }

    Optional<Asset> asset(String path) {
        return assets.stream()
                .filter(a -> path.startsWith(a.path()))
                .map(a -> a.resources() + path.substring(a.path().length()))
                .flatMap(name -> Asset.find(name).stream())
                .findFirst();
    }

    Optional<Match> find(String method, String path) {
        List<String> segments = List.of(path.split("/", -1));
        Match best = null;
        for (Route route : routes) {
            if (route.method().equals(method)) {
                Map<String, String> parts = parts(route.pattern(), segments);
                if (parts != null && (best == null || parts.size() < best.parts().size())) {
                    best = new Match(route.action(), route.bodyLimit(), parts);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** True where the path is known, but not for this method. */
    boolean knows(String path) {
        return find("GET", path).isPresent() || find("POST", path).isPresent();
    }

    private static @Nullable Map<String, String> parts(
            List<String> pattern, List<String> segments) {
        if (pattern.size() != segments.size()) {
            return null;
        }
        Map<String, String> parts = new HashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String p = pattern.get(i);
            if (p.startsWith("{") && p.endsWith("}")) {
                if (segments.get(i).isEmpty()) {
                    return null;
                }
                parts.put(p.substring(1, p.length() - 1), segments.get(i));
            } else if (!p.equals(segments.get(i))) {
                return null;
            }
        }
        return parts;
    }

    private Routes add(String method, String pattern, int bodyLimit, Action action) {
        if (!pattern.startsWith("/")) {
            throw new IllegalArgumentException("a pattern begins with /: " + pattern);
        }
        List<String> segments = List.of(pattern.split("/", -1));
        for (Route route : routes) {
            if (route.method().equals(method) && route.pattern().equals(segments)) {
                throw new IllegalArgumentException("two routes for " + method + " " + pattern);
            }
        }
        routes.add(new Route(method, segments, bodyLimit, action));
        return this;
    }
}
