package chevet.ward.library;

import chevet.model.library.Film;
import chevet.model.library.FilmId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of films and of what patients did with them. What it keeps sealed stays so. */
final class LibraryStore {
    /** Sealed bytes of one stay and film; nobody changes them. */
    static final class Row {
        private final FilmId film;
        private final byte[] body;

        Row(FilmId film, byte[] body) {
            this.film = film;
            this.body = body;
        }

        FilmId film() {
            return film;
        }

        /** Not a copy. */
        byte[] body() {
            return body;
        }
    }

    List<Film> films(Handle handle) {
        return handle.select("select body from library_film where newest = 1 order by film")
                .mapTo(String.class)
                .map(LibraryStore::film)
                .list();
    }

    /** Every version that is known, so that their objects stay. */
    List<Film> all(Handle handle) {
        return handle.select("select body from library_film order by film, version")
                .mapTo(String.class)
                .map(LibraryStore::film)
                .list();
    }

    Optional<Film> film(Handle handle, FilmId film) {
        return handle.select(
                        "select body from library_film where film = ? and newest = 1", film.value())
                .mapTo(String.class)
                .findOne()
                .map(LibraryStore::film);
    }

    /** As it was imported last, on the shelves or not. */
    Optional<Film> last(Handle handle, FilmId film) {
        return handle.select(
                        """
                        select body from library_film where film = ?
                         order by imported_at desc, version desc limit 1
                        """,
                        film.value())
                .mapTo(String.class)
                .findOne()
                .map(LibraryStore::film);
    }

    Optional<Film> film(Handle handle, FilmId film, String version) {
        return handle.select(
                        "select body from library_film where film = ? and version = ?",
                        film.value(),
                        version)
                .mapTo(String.class)
                .findOne()
                .map(LibraryStore::film);
    }

    void putFilm(Handle handle, Film film, Instant now) {
        handle.execute("update library_film set newest = 0 where film = ?", film.id().value());
        handle.execute(
                """
                insert into library_film (film, version, newest, imported_at, body)
                values (?, ?, 1, ?, ?)
                on conflict (film, version) do update
                   set newest = 1, imported_at = excluded.imported_at, body = excluded.body
                """,
                film.id().value(),
                film.version(),
                now.toEpochMilli(),
                WireCodec.body(film).json());
    }

    /** No longer shown; its versions stay for answers that come late. */
    void removeFilm(Handle handle, FilmId film) {
        handle.execute("update library_film set newest = 0 where film = ?", film.value());
    }

    Optional<Row> care(Handle handle, StayId stay, FilmId film) {
        return handle.select(
                        "select body from library_care where stay = ? and film = ?",
                        stay.value(),
                        film.value())
                .map((row, _) -> new Row(film, row.getBytes(1)))
                .findOne();
    }

    List<Row> cares(Handle handle, StayId stay) {
        return handle.select(
                        "select film, body from library_care where stay = ? order by film",
                        stay.value())
                .map((row, _) -> new Row(new FilmId(row.getString(1)), row.getBytes(2)))
                .list();
    }

    void putCare(Handle handle, StayId stay, Row care) {
        handle.execute(
                """
                insert into library_care (stay, film, body) values (?, ?, ?)
                on conflict (stay, film) do update set body = excluded.body
                """,
                stay.value(),
                care.film().value(),
                care.body());
    }

    void erase(Handle handle, StayId stay) {
        handle.execute("delete from library_care where stay = ?", stay.value());
    }

    private static Film film(String json) {
        return WireCodec.lenient(new Body(json), Film.class);
    }

    static Map<FilmId, Film> byId(List<Film> films) {
        Map<FilmId, Film> byId = new LinkedHashMap<>();
        films.forEach(film -> byId.put(film.id(), film));
        return byId;
    }
}
