/**
 * What IT decides: the configuration of terminals and wards, and the objects that they hold, read
 * and checked.
 */
@org.jspecify.annotations.NullMarked
module chevet.config {
    requires transitive chevet.model;
    requires java.desktop;
    requires org.tomlj;

    exports chevet.config;
    exports chevet.config.pack;
}
