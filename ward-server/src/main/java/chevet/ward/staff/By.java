package chevet.ward.staff;

/**
 * Who changes the directory.
 *
 * @param account id of the account; {@code import} for a command
 * @param role under which, for the audit
 */
public record By(String account, String role) {
    /** A command of this machine. */
    public static final By COMMAND = new By("import", "");
}
