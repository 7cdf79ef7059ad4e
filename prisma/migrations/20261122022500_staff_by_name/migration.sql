-- Looking somebody up happens before a support session begins: the person may know by name whoever did anything that
-- stands in their audit rows. The subquery is bound by the person's own row-level security on audit_event.
DROP POLICY acted_for_me ON staff_member;
CREATE POLICY acted_for_me ON staff_member FOR SELECT TO openbook_app
  USING (EXISTS (SELECT 1 FROM audit_event AS e WHERE e.actor_kind = 'staff' AND e.actor_id = staff_member.id::text));
