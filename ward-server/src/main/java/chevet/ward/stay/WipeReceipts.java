package chevet.ward.stay;

import chevet.model.stay.WipeReceipt;
import chevet.model.wire.Command;
import chevet.model.wire.Reason;
import chevet.model.wire.Signed;
import chevet.ward.db.Tx;
import chevet.ward.sync.CommandHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * Takes a terminal's signed word that it has erased a stay: signed with the key of its certificate,
 * which our own authority has issued to that terminal.
 */
public final class WipeReceipts implements CommandHandler<WipeReceipt> {
    private final WipeBook book;
    private final X509Certificate authority;

    WipeReceipts(WipeBook book, X509Certificate authority) {
        this.book = book;
        this.authority = authority;
    }

    @Override
    public String type() {
        return WipeReceipt.TYPE;
    }

    @Override
    public Class<WipeReceipt> bodyType() {
        return WipeReceipt.class;
    }

    @Override
    public boolean needsStay() {
        return false;
    }

    @Override
    public Decision handle(Command command, WipeReceipt receipt, Tx tx) {
        if (!genuine(command, receipt)) {
            return new Decision.Refused(Reason.of("stay.receipt-not-genuine"));
        }
        book.received(tx, command.terminal(), receipt, command.body().json());
        return new Decision.Accepted();
    }

    private boolean genuine(Command command, WipeReceipt receipt) {
        try {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificate(
                                            new ByteArrayInputStream(
                                                    Base64.getDecoder()
                                                            .decode(receipt.certificate())));
            certificate.verify(authority.getPublicKey());
            String name = certificate.getSubjectX500Principal().getName();
            if (!name.equals("CN=" + command.terminal())) {
                return false;
            }
            return Signed.by(
                    certificate.getPublicKey(),
                    receipt.signed(command.terminal()).getBytes(StandardCharsets.UTF_8),
                    Base64.getDecoder().decode(receipt.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
