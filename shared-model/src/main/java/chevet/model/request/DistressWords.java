package chevet.model.request;

import chevet.model.text.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The lists that {@link Distress} looks through, one phrase a line, as people write. {@code *} ends
 * the beginning of a word; {@code =} before a phrase: it must be all that is written; {@code !}: it
 * counts only where the screen speaks this language.
 */
final class DistressWords {
    private static final String FRENCH =
            """
            ai mal
            as mal
            ! a mal
            fait mal
            font mal
            faisait mal
            mal au
            mal aux
            mal à
            mal partout
            mal au coeur
            me sens mal
            sens mal
            sens pas bien
            sens pas très bien
            vais mal
            va mal
            vais pas bien
            va pas bien
            vraiment pas bien
            malaise*
            douleur*
            douloureu*
            souffr*
            saign*
            ! sang
            hémorragi*
            respir*
            essouffl*
            étouff*
            étrangl*
            manque d'air
            vertige*
            tête tourne
            tourne de l'oeil
            évanoui*
            vomi*
            nausée*
            nauséeu*
            tombé
            tombée
            suis tombé
            tomber
            chute
            chuté
            fièvre*
            frisson*
            brûlure*
            brûle
            démange*
            gonfl*
            engourdi*
            paralys*
            palpitation*
            poitrine
            coeur bat
            coeur s'emballe
            convuls*
            crampe*
            migraine*
            infarctus
            mourir
            meurs
            ! mort
            suicid*
            me tuer
            en finir
            envie de vivre
            peur
            angoiss*
            paniqu*
            anxieu*
            pleur*
            désespoir
            désespér*
            déprim*
            triste
            peux plus
            en peux plus
            secours
            urgence
            urgent*
            allergique réaction
            réaction allergique
            ne sens plus
            ne vois plus
            peux plus bouger
            = aidez moi
            = aide
            = aide moi
            = à l'aide
            """;

    private static final String ENGLISH =
            """
            ! pain
            ! pains
            painful*
            in pain
            hurt*
            ache
            aches
            aching
            headache*
            stomach ache
            bleed*
            blood
            breath*
            choking
            dizz*
            dizy
            faint*
            vomit*
            nause*
            throw up
            throwing up
            ! fell
            fallen
            chest
            burning
            numb*
            swollen
            swelling
            fever*
            shiver*
            palpitation*
            seizure*
            ! stroke
            suicid*
            kill myself
            want to die
            dying
            ! die
            scared
            afraid
            panic*
            anxious
            anxiety
            feel bad
            feel sick
            feel ill
            feel unwell
            feel worse
            feel awful
            feeling bad
            feeling sick
            feeling ill
            feeling unwell
            not feeling well
            don't feel well
            don't feel good
            not feel well
            not feel good
            unwell
            cramp*
            itch*
            rash
            can't move
            can't feel
            can't see
            emergency
            urgent*
            crying
            hopeless
            desperate
            lonely
            = help
            = help me
            = please help
            = please help me
            """;

    private static final String ARABIC =
            """
            ألم
            ألما
            آلام
            يؤلم*
            تؤلم*
            مؤلم*
            وجع*
            أوجاع*
            يوجع*
            توجع*
            موجوع*
            نزيف
            أنزف
            ينزف
            دم
            تنفس*
            أتنفس
            نفسي ضيق
            ضيق
            اختن*
            أختنق
            مخنوق*
            دوخة
            دايخ*
            دوار
            إغماء
            أغمي
            غثيان
            أتقيأ
            تقيأت
            قيء
            سقطت
            وقعت
            حمى
            حرارة مرتفعة
            حرارتي
            صدري
            قلبي
            صداع
            رأسي
            بطني
            تشنج*
            خدر
            شلل
            حرق
            حروق
            حكة
            تورم*
            أموت
            سأموت
            الموت
            انتحار
            أنتحر
            أقتل نفسي
            خائف*
            خوف
            قلق جدا
            هلع
            أبكي
            حزين*
            يائس*
            النجدة
            ساعدوني
            أنقذوني
            طوارئ
            مستعجل
            لست بخير
            مريض جدا
            تعبان جدا
            """;

    /** What holds such words and means none of it. */
    private static final String HARMLESS =
            """
            pas mal de
            du mal à
            mal expliqué
            mal réglé
            mal compris
            mal placé
            mal entendu
            avoir peur de déranger
            peur de déranger
            n'est pas urgent
            pas urgent
            rien d'urgent
            not urgent
            nothing urgent
            ليس مستعجلا
            ليس مستعجل
            غير مستعجل
            """;

    private static final Map<Language, List<Phrase>> ALL = new EnumMap<>(Language.class);
    private static final List<String> HARMLESS_PLAIN =
            HARMLESS.lines().map(Distress::plain).toList();

    static {
        ALL.put(Language.FR, read(Language.FR, FRENCH));
        ALL.put(Language.EN, read(Language.EN, ENGLISH));
        ALL.put(Language.AR, read(Language.AR, ARABIC));
    }

    /**
     * @param whole it must be all that is written
     * @param ownOnly it counts only where the screen speaks its language
     */
    record Phrase(Language language, List<String> words, boolean whole, boolean ownOnly) {}

    private DistressWords() {}

    static List<Phrase> of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    static List<String> harmless() {
        return HARMLESS_PLAIN;
    }

    private static List<Phrase> read(Language language, String list) {
        return list.lines().map(line -> phrase(language, line)).toList();
    }

    private static Phrase phrase(Language language, String line) {
        List<String> words =
                Arrays.stream(line.replaceFirst("^[=!] ", "").split(" "))
                        .flatMap(
                                word ->
                                        Arrays.stream(
                                                (Distress.plain(word)
                                                                + (word.endsWith("*") ? "*" : ""))
                                                        .split(" ")))
                        .toList();
        return new Phrase(language, words, line.startsWith("= "), line.startsWith("! "));
    }
}
