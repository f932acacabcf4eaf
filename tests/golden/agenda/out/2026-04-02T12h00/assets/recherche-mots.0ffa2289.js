tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["agenda/archives.html","Événements passés","",""],
["agenda/concert.html","Concert","Événement",""],
["agenda/index.html","Agenda","","Ce qui se passe dans la commune et autour."],
["agenda/nuit.html","Nuit des chouettes, chemin creux ; départ \\ retour","Événement","Une sortie la nuit où l’heure change, avec une phrase assez longue pour être pliée dans le fichier d’agenda, éèà comprises."],
["agenda/printemps.html","Les jours du printemps","Événement",""],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["sources.html","Sources et licences","",""]],
"mots":"actualit agenda assez autour chang chemin chouet commun compris concert creu demarch depart eea etr evenement fichier heur jour lamp licenc lign longu mairi nuit pas phras pli prenez printemp retour sorti sourc tout",
"ou":"0C 3C1B 4B 3B 4B 4C 4C 3B 4B 2C 4C 6D 4C 4B 4B 1C 4B 4B 5C 4A 7C 6B 4B 6B 4D 1C2B 4B 4B 4A 5C 4C 4B 7C 6B"});
