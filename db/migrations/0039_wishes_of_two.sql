-- A wish names two people: who stands on both sides is never kept together with themselves, nor apart.
DELETE FROM locks WHERE mentor_id = mentee_id;
DELETE FROM bans WHERE mentor_id = mentee_id;
