package chevet.ward.tv;

import chevet.model.tv.Channel;
import java.time.Duration;

/**
 * A channel of the list, and how the guide knows it.
 *
 * @param guideId its id in the guide; may be empty
 * @param guideName its name in the guide; may be empty
 * @param shift how much later than the guide it is
 */
record Listed(Channel channel, String guideId, String guideName, Duration shift) {}
