package lianqiao.house;

import static com.tngtech.archunit.lang.SimpleConditionEvent.satisfied;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.function.Predicate;
import lianqiao.base.Public;

/** The conditions of the house rules that the library does not bring along. */
final class Conditions {
    private Conditions() {}

    /** Every field of the house's own types, also inside generics, is public itself; so no field, however deep, holds a person. */
    static final ArchCondition<JavaClass> HOLD_ONLY_WHAT_IS_PUBLIC = new ArchCondition<>("hold only what is public") {
        @Override public void check(JavaClass type, ConditionEvents events) {
            for (var field : type.getFields())
                if (!field.getModifiers().contains(JavaModifier.STATIC)) checkField(field, events);
        }
    };

    private static void checkField(JavaField field, ConditionEvents events) {
        for (var held : field.getAllInvolvedRawTypes()) {
            var type = held.getBaseComponentType();
            boolean ours = type.getPackageName().startsWith("lianqiao.") || type.getPackageName().startsWith("broken.");
            if (type.isEquivalentTo(Object.class) || ours && !type.isAssignableTo(Public.class))
                events.add(violated(field, field.getFullName() + " may hold what is not public: " + type.getName()));
        }
    }

    /** Classes that call, build, read or refer to something like this; method references count as calls. */
    static ArchCondition<JavaClass> reach(String what, Predicate<JavaAccess<?>> like) {
        return new ArchCondition<>(what) {
            @Override public void check(JavaClass type, ConditionEvents events) {
                for (var access : type.getAccessesFromSelf())
                    if (like.test(access)) events.add(satisfied(type, access.getDescription()));
            }
        };
    }

    static boolean isEmptyConstructor(JavaAccess<?> access) {
        return access.getTarget() instanceof ConstructorCallTarget target && target.getRawParameterTypes().isEmpty();
    }

    /** The class that a nested class or a lambda's class stands in. */
    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Conditions::outermost).orElse(type);
    }
}
