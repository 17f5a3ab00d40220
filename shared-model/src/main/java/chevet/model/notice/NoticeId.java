package chevet.model.notice;

import chevet.model.place.Id;

/** An urgent notice. */
public record NoticeId(String value) implements Id {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public NoticeId {
        Id.checked("notice", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
