package chevet.ward.account;

import chevet.model.place.WardId;
import chevet.model.text.Language;
import chevet.ward.console.Account;
import chevet.ward.console.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code account}. */
final class AccountStore {
    private static final String COLUMNS =
            """
            select id, login, name, roles, all_wards, wards, language, password, must_change,
                closed, failures, locked_until, created_at
            from account
            """;

    Optional<StoredAccount> byLogin(Handle handle, String login) {
        return handle.createQuery(COLUMNS + "where login = :login")
                .bind("login", login)
                .map((row, _) -> read(row))
                .findOne();
    }

    Optional<StoredAccount> byId(Handle handle, String id) {
        return handle.createQuery(COLUMNS + "where id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    List<StoredAccount> all(Handle handle) {
        return handle.createQuery(COLUMNS + "order by login").map((row, _) -> read(row)).list();
    }

    boolean none(Handle handle) {
        return handle.createQuery("select count(*) from account").mapTo(Integer.class).one() == 0;
    }

    void insert(Handle handle, StoredAccount account) {
        bind(
                        handle.createUpdate(
                                """
                                insert into account (id, login, name, roles, all_wards, wards,
                                    language, password, must_change, closed, failures,
                                    locked_until, created_at)
                                values (:id, :login, :name, :roles, :allWards, :wards, :language,
                                    :password, :mustChange, :closed, :failures, :lockedUntil,
                                    :created)
                                """),
                        account)
                .execute();
    }

    void update(Handle handle, StoredAccount account) {
        bind(
                        handle.createUpdate(
                                """
                                update account set name = :name, roles = :roles,
                                    all_wards = :allWards, wards = :wards, language = :language,
                                    password = :password, must_change = :mustChange,
                                    closed = :closed, failures = :failures,
                                    locked_until = :lockedUntil
                                where id = :id and login = :login and created_at = :created
                                """),
                        account)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, StoredAccount stored) {
        Account account = stored.account();
        return statement
                .bind("id", account.id())
                .bind("login", account.login())
                .bind("name", account.name())
                .bind(
                        "roles",
                        account.roles().stream()
                                .sorted()
                                .map(Role::name)
                                .collect(Collectors.joining(",")))
                .bind("allWards", account.allWards() ? 1 : 0)
                .bind(
                        "wards",
                        account.wards().stream()
                                .sorted()
                                .map(WardId::value)
                                .collect(Collectors.joining(",")))
                .bind("language", account.language().map(Language::tag).orElse(null))
                .bind("password", stored.password())
                .bind("mustChange", account.mustChange() ? 1 : 0)
                .bind("closed", stored.closed() ? 1 : 0)
                .bind("failures", stored.failures())
                .bind("lockedUntil", stored.lockedUntil().toEpochMilli())
                .bind("created", stored.created().toEpochMilli());
    }

    private static StoredAccount read(ResultSet row) throws SQLException {
        String language = row.getString("language");
        Account account =
                new Account(
                        row.getString("id"),
                        row.getString("login"),
                        row.getString("name"),
                        list(row.getString("roles")).stream()
                                .map(Role::valueOf)
                                .collect(Collectors.toSet()),
                        row.getInt("all_wards") != 0,
                        list(row.getString("wards")).stream()
                                .map(WardId::new)
                                .collect(Collectors.toSet()),
                        language == null
                                ? Optional.empty()
                                : Optional.of(Language.valueOf(language.toUpperCase(Locale.ROOT))),
                        row.getInt("must_change") != 0);
        return new StoredAccount(
                account,
                row.getString("password"),
                row.getInt("closed") != 0,
                row.getInt("failures"),
                Instant.ofEpochMilli(row.getLong("locked_until")),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }

    private static Set<String> list(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(",")).collect(Collectors.toSet());
    }
}
