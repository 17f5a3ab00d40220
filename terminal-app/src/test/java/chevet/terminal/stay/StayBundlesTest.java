package chevet.terminal.stay;

import chevet.model.request.PatientRequest;
import chevet.model.request.RequestKind;
import chevet.model.request.Trade;
import chevet.terminal.Bundles;
import org.junit.jupiter.api.Test;

class StayBundlesTest {
    @Test
    void everyStateHasItsSentence() {
        Bundles french = Bundles.of(StayScreen.BUNDLE, "fr");
        french.assertAll("stay.ask.", RequestKind.values());
        french.assertAll("stay.step.", PatientRequest.State.values());
        french.assertAll("stay.why.", PatientRequest.Why.values());
        french.assertAll("stay.trade.", Trade.values());
    }
}
