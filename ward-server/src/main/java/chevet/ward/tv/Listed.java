package chevet.ward.tv;

import chevet.model.pack.ObjectRef;
import chevet.model.tv.Channel;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A channel of the list, and how the guide knows it.
 *
 * @param guideId its id in the guide; may be empty
 * @param guideName its name in the guide; may be empty
 * @param shift how much later than the guide it is
 * @param logo where its picture is; the channel names the object once it is here
 */
record Listed(
        Channel channel, String guideId, String guideName, Duration shift, Optional<URI> logo) {
    /** The same with that picture, or with none. */
    Listed with(Optional<ObjectRef> picture) {
        Channel now =
                new Channel(
                        channel.id(),
                        channel.number(),
                        channel.name(),
                        channel.kind(),
                        channel.stream(),
                        channel.group(),
                        picture,
                        channel.packs(),
                        channel.age());
        return new Listed(now, guideId, guideName, shift, logo);
    }
}
