package chevet.e2e;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the server's database says it has decided, read past all of the server's code. */
record Decided(String terminal, String command, String series, long number, String status) {
    static List<Decided> in(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                select terminal, command, series, number, status from sync_outcome
                                order by terminal, series, number""")) {
            List<Decided> all = new ArrayList<>();
            while (rows.next()) {
                all.add(
                        new Decided(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getLong(4),
                                rows.getString(5)));
            }
            return all;
        }
    }

    /** What SQLite says of the file: {@code ok}. */
    static String integrity(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check")) {
            row.next();
            return row.getString(1);
        }
    }
}
