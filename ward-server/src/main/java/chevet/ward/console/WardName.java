package chevet.ward.console;

import chevet.model.place.WardId;

/** A ward and how people call it. */
public record WardName(WardId id, String name) {}
