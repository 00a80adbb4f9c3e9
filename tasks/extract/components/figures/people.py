"""Nouns of people and of those who are sent somewhere."""

from tasks.extract.wordlists import words

# Nouns of people who are sent somewhere, and of what they come with.
FORCES = words(
    """
    troop troops soldier force forces rescuer firefighter officer police personnel marine reservist serviceman
    mercenary guard paramedic medic volunteer peacekeeper policeman aircraft warship ship vehicle tank helicopter
    jet crew battalion brigade contractor fighter ambulance engine truck appliance drone boat gendarme sniper
    regiment squad trooper
    """
)
# Nouns of people, for zero counts ("no soldiers were hurt"), ages and the counting "one".
PEOPLE = words(
    """
    people person man woman child boy girl baby infant teenager adult student pupil teacher civilian resident
    citizen villager worker employee staff crew member passenger pilot driver pedestrian tourist visitor guest
    patient doctor nurse journalist reporter soldier troop troops officer policeman policewoman firefighter rescuer
    marine guard gunman attacker militant terrorist insurgent rebel fighter suspect assailant bomber prisoner
    hostage inmate detainee migrant refugee protester protestor demonstrator activist victim survivor casualty
    official politician lawmaker minister judge lawyer family relative mother father son daughter brother sister
    parent wife husband friend colleague monk priest pilgrim worshipper farmer fisherman miner sailor cyclist player
    athlete fan spectator other american briton foreigner national delegate leader attendee customer shopper
    commuter traveller traveler voter supporter missionary hiker climber trader vendor artist musician engineer
    scientist expert youth toddler immigrant settler recruit conscript cadet veteran inhabitant homeowner tenant
    neighbour neighbor orphan widow schoolchild schoolgirl schoolboy newborn elder congregant believer individual
    respondent participant onlooker bystander passer-by evacuee asylum-seeker smuggler trafficker abductee
    negotiator diplomat aide representative senator councillor mayor governor candidate contestant volunteer
    paramedic medic
    """
)
# Those who come to help where something happened, and what they come with.
RESPONDERS = words(
    "rescuer firefighter paramedic medic personnel ambulance engine appliance police officer policeman gendarme trooper"
)
VENUES = words(
    """
    stadium arena hall theatre theater venue auditorium church mosque cathedral room plane aircraft jet bus ferry boat
    ship prison jail centre center camp hospital shelter facility building restaurant club elevator lift carriage tram
    """
)
HOLDING = words("hold seat accommodate fit sleep house carry")
