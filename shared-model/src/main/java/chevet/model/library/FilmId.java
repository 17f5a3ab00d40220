package chevet.model.library;

import chevet.model.place.Id;

/** A film of the hospital's library, through all its versions. */
public record FilmId(String value) implements Id, Comparable<FilmId> {
    /**
     * @throws IllegalArgumentException when the value is not of the shape of an {@link Id}
     */
    public FilmId {
        Id.checked("film", value);
    }

    @Override
    public int compareTo(FilmId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
