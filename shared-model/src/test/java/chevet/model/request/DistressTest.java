package chevet.model.request;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FR | J'ai mal
                    FR | j’ai très mal au dos
                    FR | J AI MAL A LA POITRINE
                    FR | ma tete tourne
                    FR | J'ai une doulleur au bras
                    FR | je resire mal
                    FR | du mal à respirer
                    FR | Je ne me sens vraiment pas bien
                    FR | je suis tombée ce matin
                    FR | ça saigne un peu
                    FR | il y a du sang sur le drap
                    FR | j'ai envie de vomir
                    FR | je n'ai plus mal
                    FR | J'angoisse pour demain
                    FR | je n'en peux plus
                    FR | j'ai peur
                    FR | au secours !
                    FR | Aidez-moi
                    FR | mon cœur bat trop vite
                    FR | I have chest tightness
                    FR | عندي وجع
                    EN | I'm in pain
                    EN | pain
                    EN | my leg hurts
                    EN | I can't breathe well
                    EN | I feel a bit dizy
                    EN | There is blood on the bandage
                    EN | I fell in the bathroom
                    EN | I do not feel very well
                    EN | I want to die
                    EN | I am scared of tomorrow
                    EN | help!
                    EN | j'ai mal au ventre
                    AR | أشعر بألم في صدري
                    AR | يؤلمني بطني
                    AR | عندي دوخة
                    AR | لا أستطيع التنفس
                    AR | عندي وجع في الراس
                    AR | أنا خائفة
                    AR | النجدة
                    AR | وقعتُ في الحمّام
                    AR | أُرِيدُ أن أَمُوت
                    AR | والوجع شديد
                    """)
    void callButtonAnswersWhatSoundsLikeASymptomOrDistress(Language language, String text) {
        assertThat(Distress.heard(text, language)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FR | Bonjour, à quelle heure passe le médecin ?
                    FR | Pourrais-je avoir du pain avec la soupe ?
                    FR | J'ai du mal à ouvrir le store
                    FR | J'ai pas mal de questions sur la sortie
                    FR | La couleur de la chambre est belle
                    FR | Ma fille peut-elle venir dimanche ?
                    FR | Ce n'est pas urgent : une revue, merci
                    FR | La télécommande est mal réglée
                    FR | Je voudrais une couverture sans laine
                    FR | Aidez-moi à régler la télévision s'il vous plaît
                    FR | Où puis-je trouver une prise ?
                    EN | When can my wife visit?
                    EN | Could I have another towel, please
                    EN | Please help me use the television
                    EN | It's not urgent: a newspaper
                    EN | What is the wifi code?
                    EN | Is there a painting class?
                    AR | متى يأتي الطبيب؟
                    AR | أريد وسادة أخرى من فضلك
                    AR | أريد كأس ماء
                    AR | المساء أم الصباح؟
                    AR | هل يمكن إغلاق الستار؟
                    AR | شكرا جزيلا
                    """)
    void anOrdinaryQuestionIsLeftAlone(Language language, String text) {
        assertThat(Distress.heard(text, language)).isFalse();
    }

    @Test
    void breadIsNoPainButPainIs() {
        assertThat(Distress.heard("pain", Language.FR)).isFalse();
        assertThat(Distress.heard("pain", Language.EN)).isTrue();
    }

    @Test
    void nothingWrittenIsNothingHeard() {
        for (Language language : Language.values()) {
            assertThat(Distress.heard("", language)).isFalse();
            assertThat(Distress.heard("  ?! ", language)).isFalse();
        }
    }
}
