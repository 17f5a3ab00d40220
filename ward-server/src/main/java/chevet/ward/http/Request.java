package chevet.ward.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, read whole and within its limits before the route's action sees it.
 *
 * @param method {@code GET} or {@code POST}
 * @param path decoded, without query: {@code /beds/214-F}
 * @param parts what stood in the pattern's places: {@code bed → 214-F}
 * @param query fields after the question mark; each with its values in order, never empty
 * @param form fields of an {@code application/x-www-form-urlencoded} body
 * @param cookies by name
 * @param headers by name in lower case; the first value of each
 * @param remote the peer's address, for the log and for limits by address
 */
public record Request(
        String method,
        String path,
        Map<String, String> parts,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        Map<String, String> cookies,
        Map<String, String> headers,
        String remote) {
    public Request {
        parts = Map.copyOf(parts);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
        cookies = Map.copyOf(cookies);
        headers = Map.copyOf(headers);
    }

    /**
     * What stood in the place {@code {name}} of the route's pattern.
     *
     * @throws IllegalArgumentException when the pattern has no such place
     */
    public String part(String name) {
        String value = parts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /** The first value of a query field. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(List::getFirst);
    }

    /** The first value of a form field; as typed, not trimmed. */
    public Optional<String> form(String name) {
        return Optional.ofNullable(form.get(name)).map(List::getFirst);
    }

    /** All values of a form field, in order: a group of ticked boxes. */
    public List<String> formAll(String name) {
        return form.getOrDefault(name, List.of());
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        // Fields and cookies hold passwords, sessions and names.
        return method + " " + path;
    }
}
