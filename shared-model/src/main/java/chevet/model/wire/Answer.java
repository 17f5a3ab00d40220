package chevet.model.wire;

import java.util.Optional;

/** The answer to the ask of the same id: a body, or the reason why there is none. */
public record Answer(String id, Optional<Body> body, Optional<Reason> refused) {}
