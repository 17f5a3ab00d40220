package chevet.ward.stream;

import java.net.URI;
import java.util.Optional;

/**
 * A demo channel that is sent to where its list says it is.
 *
 * @param id of letters, digits and hyphens
 * @param title as people know it
 * @param address {@code udp://@239.11.11.1:8899}, or {@code
 *     http://127.0.0.1:8899/tv/<id>/master.m3u8}
 */
public record Station(String id, String title, URI address) {
    boolean multicast() {
        return address.getScheme().equals("udp");
    }

    /** Where Java reads a user without a host it tells no host; the group follows the "@". */
    String group() {
        return Optional.ofNullable(address.getHost())
                .orElseGet(() -> address.getAuthority().replaceFirst("^.*@", "").split(":", 2)[0]);
    }
}
